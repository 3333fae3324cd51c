/** Issues in GitHub's language: those of one repository that carry one label, their comments, and what is written to them. */

/** An issue as this project reads it. */
export type Issue = {
  number: number;
  url: string;
  title: string;
  body: string;
  isOpen: boolean;
  labels: string[];
  assignees: string[];
};
