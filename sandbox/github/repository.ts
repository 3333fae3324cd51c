/** A repository as GitHub's REST API shows it. */

export type Repository = {
  id: number;
  name: string;
  full_name: string;
  private: boolean;
  visibility: string;
  owner: { login: string; id: number; type: string };
  html_url: string;
  url: string;
  default_branch: string;
};

/** The docs repository, of which there is one. */
export function repositoryOf(fullName: string, isPrivate: boolean): Repository {
  const [owner = "", name = ""] = fullName.split("/");
  return {
    id: 724_712,
    name,
    full_name: fullName,
    private: isPrivate,
    visibility: isPrivate ? "private" : "public",
    owner: { login: owner, id: 9_919, type: "Organization" },
    html_url: `https://github.com/${fullName}`,
    url: `https://api.github.com/repos/${fullName}`,
    default_branch: "main",
  };
}
