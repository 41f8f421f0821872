/** Work on a file that a thread can do: an exported function of one argument, by its module. */
export interface FileTask<Input, Output> {
  /** URL of the module. */
  module: string;
  /** Name of the function. */
  name: string;
  /** Whether a thread that works on it must not be ended from outside. */
  endsByItself: boolean;
  /** Never set: carries the types. */
  types?: (input: Input) => Output;
}

export function fileTask<Input, Output>(
  module: string,
  work: (input: Input) => Output | Promise<Output>,
  { endsByItself = false }: { endsByItself?: boolean } = {},
): FileTask<Input, Output> {
  return { module, name: work.name, endsByItself };
}
