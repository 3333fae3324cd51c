/** One page of a list, and the links to the others. */
import type { Reply } from "../service.ts";

const DEFAULT_PER_PAGE = 30;
const MAX_PER_PAGE = 100;

/**
 * The page that `per_page` and `page` ask for. Numbers that are none are GitHub's defaults, and more than a hundred
 * are a hundred: https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api
 */
export function pageOf(items: object[], url: URL): Reply {
  const perPage = Math.min(numberOf(url, "per_page") ?? DEFAULT_PER_PAGE, MAX_PER_PAGE);
  const page = numberOf(url, "page") ?? 1;
  const last = Math.max(1, Math.ceil(items.length / perPage));
  const links = [
    ...(page > 1 ? [link(url, page - 1, "prev")] : []),
    ...(page < last ? [link(url, page + 1, "next"), link(url, last, "last")] : []),
    ...(page > 1 ? [link(url, 1, "first")] : []),
  ];
  return {
    status: 200,
    body: items.slice((page - 1) * perPage, page * perPage),
    ...(links.length === 0 ? {} : { headers: { link: links.join(", ") } }),
  };
}

function numberOf(url: URL, name: string): number | null {
  const written = url.searchParams.get(name) ?? "";
  return /^\d+$/.test(written) && Number(written) > 0 ? Number(written) : null;
}

function link(url: URL, page: number, relation: string): string {
  const target = new URL(url);
  target.searchParams.set("page", String(page));
  return `<${target.href}>; rel="${relation}"`;
}
