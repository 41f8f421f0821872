import type { DialectName } from '../dialects/dialect.ts';
import { questionSql } from './question.ts';
import type { Question } from './question.ts';
import { QUESTIONS } from './questions.ts';

/** The common questions as statements of a dialect, each behind a comment that says what it asks, and with what values. */
export function questionsFile(dialect: DialectName): string {
  return QUESTIONS.map((question) => statementOf(question, dialect)).join('\n');
}

/** The statement of one question, as it is printed. */
export function statementOf(question: Question, dialect: DialectName): string {
  const { sql, parameters } = questionSql(question, dialect);
  const values = parameters.map(({ name, meaning, example }, index) => {
    const place = {
      postgres: `$${index + 1}`,
      sqlite: `?${index + 1}`,
      mysql: `? number ${index + 1}`,
      sqlserver: `@${name}`,
    };
    return `--   ${place[dialect]}: ${meaning}, such as ${typeof example === 'number' ? example : `'${example}'`}`;
  });
  return [`-- ${question.name}: ${question.asks}`, ...values, `${sql};`, ''].join('\n');
}
