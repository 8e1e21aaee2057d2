// Where our other files are: beside this one, in the bundle as in the sources.
export const fileOf = (name) => new URL(name, import.meta.url).pathname;
