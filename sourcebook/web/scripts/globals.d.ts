/** What the data files of the site call: see load.js. */
type Receiver = (version: string, name: string, data: unknown) => void;

interface Window {
  sourcebookGround: Receiver;
  sourcebookRows: Receiver;
  sourcebookSearch: Receiver;
}

/** The modules of the scripts that have been loaded, by name: `sourcebook["search/tokenizer"]`. */
declare const sourcebook: Record<string, unknown>;
