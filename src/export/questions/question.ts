import type { DialectName } from '../dialects/dialect.ts';

/** A common question as one statement over the tables of an export, with parameters. */
export interface Question {
  /** A word for programs, `movies_of_a_year`. */
  name: string;
  /** What it asks, as a sentence. */
  asks: string;
  parameters: readonly QuestionParameter[];
  /** Its statement, in the words of a dialect. Each parameter is mentioned once. */
  select(words: QuestionWords): string;
}

export interface QuestionParameter {
  name: string;
  meaning: string;
  example: string | number;
}

/** What dialects write differently. */
export interface QuestionWords {
  /** The placeholder of a parameter. */
  value: (parameter: string) => string;
  /** Behind SELECT and at the end: how many rows there are at most, of which one of the two says so. */
  top: (parameter: string) => string;
  limit: (parameter: string) => string;
  /** `false` as a column of flags holds it. */
  no: string;
  /** The order of ids by their numbers: as texts, those of eight digits would stand between those of seven. */
  byNumber: (id: string) => string;
  /** Whether a list of words, by its column, has a word. */
  hasWord: (column: string, word: string) => string;
}

/** The statement of a question, and its parameters in the order in which a driver wants their values. */
export interface QuestionSql {
  sql: string;
  parameters: readonly QuestionParameter[];
}

/** A question in a dialect. Placeholders are `$1` for PostgreSQL, `?1` for SQLite, `?` for MySQL, `@name` for SQL Server. */
export function questionSql(question: Question, dialect: DialectName): QuestionSql {
  const mentioned: QuestionParameter[] = [];
  function value(name: string): string {
    const parameter = question.parameters.find((one) => one.name === name);
    if (parameter === undefined || mentioned.includes(parameter)) throw new Error(`${question.name}: ${name}`);
    mentioned.push(parameter);
    return { postgres: `$${mentioned.length}`, sqlite: `?${mentioned.length}`, mysql: '?', sqlserver: `@${name}` }[
      dialect
    ];
  }
  const isTop = dialect === 'sqlserver';
  const sql = question.select({
    value,
    top: (name) => (isTop ? `TOP (${value(name)}) ` : ''),
    limit: (name) => (isTop ? '' : `\nLIMIT ${value(name)}`),
    no: dialect === 'postgres' ? 'false' : '0',
    byNumber: (id) => `${isTop ? 'LEN' : 'length'}(${id}), ${id}`,
    hasWord: (column, word) => HAS_WORD[dialect](column, word),
  });
  return { sql, parameters: mentioned };
}

/** Lists are arrays in PostgreSQL, and texts with commas elsewhere. */
const HAS_WORD: Record<DialectName, (column: string, word: string) => string> = {
  postgres: (column, word) => `${word} = ANY (${column})`,
  mysql: (column, word) => `FIND_IN_SET(${word}, ${column}) > 0`,
  sqlite: (column, word) => `instr(',' || ${column} || ',', ',' || ${word} || ',') > 0`,
  sqlserver: (column, word) => `CHARINDEX(CONCAT(',', ${word}, ','), CONCAT(',', ${column}, ',')) > 0`,
};
