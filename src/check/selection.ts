/** Which of the changed files are postmortems. */

export type Selection = {
  postmortems: string[];
  /** What is not checked and why, one plain sentence each. */
  notChecked: string[];
};

// What stands beside postmortems without being one.
const OTHER = /(?:^|\/)_?(?:readme|index|template)\.[a-z]{2,8}$/i;

/** The Markdown below the directory, its subfolders included, in the order given. */
export function selectPostmortems(paths: string[], directory: string): Selection {
  const below = paths.filter((path) => path.startsWith(`${directory}/`) && !OTHER.test(path));
  return {
    postmortems: below.filter((path) => /\.(?:md|markdown)$/i.test(path)),
    notChecked: below
      .filter((path) => /\.mdx$/i.test(path))
      .map((path) => `${path} is not checked: MDX is a program as much as a text.`),
  };
}
