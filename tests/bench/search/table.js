// The bench's tables, in Markdown.

const percent = (number) => (number === undefined ? '–' : `${(100 * number).toFixed(1)} %`);
const ratio = (number) => (number === undefined ? '–' : number.toFixed(3));
const row = (cells) => `| ${cells.join(' | ')} |`;

const columns = [
  ['recall@10', ({ recall }) => ratio(recall)],
  ['MRR@10', ({ mrr }) => ratio(mrr)],
  ['nDCG@10', ({ ndcg }) => ratio(ndcg)],
  ['exact first', ({ exact }) => percent(exact)],
  ['section first', ({ section }) => percent(section)],
  ['section in three', ({ sections }) => percent(sections)],
  ['no answer, yet hits', ({ noise }) => percent(noise)],
];

/** All engines over all queries, the tuned and the held set apart, then class by class. */
export function table({ queries, engines }) {
  const names = Object.keys(engines);
  const lines = [`${queries} judged queries, by page`, '', row(['set', 'engine', 'queries', ...columns.map(([name]) => name)]), row(Array(columns.length + 3).fill('---'))];
  for (const set of ['all', 'tune', 'held', 'fresh', 'latest']) {
    for (const name of names) {
      const figures = engines[name][set];
      lines.push(row([set, name, figures.queries, ...columns.map(([, show]) => show(figures))]));
    }
  }
  const classes = Object.keys(engines[names[0]].classes);
  lines.push('', 'recall@10 / MRR@10 by class (queries without an answer: share with false hits)', '', row(['class', 'queries', ...names]), row(Array(names.length + 2).fill('---')));
  for (const name of classes) {
    const show = ({ recall, mrr, noise }) => (recall === undefined ? percent(noise) : `${ratio(recall)} / ${ratio(mrr)}`);
    lines.push(row([name, engines[names[0]].classes[name].queries, ...names.map((engine) => show(engines[engine].classes[name]))]));
  }
  return lines.join('\n');
}
