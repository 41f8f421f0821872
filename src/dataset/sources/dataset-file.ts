/** A source file as it is on the disk. What is not known of it is undefined: everything, while it is not downloaded. */
export interface DatasetFile {
  /** Such as `title.basics.tsv.gz`. */
  name: string;
  /** Compressed size. */
  sizeBytes?: number | undefined;
  /** ISO 8601, UTC: its Last-Modified, or the time of the file where the server sent none. */
  modified?: string | undefined;
  contentType: string;
  etag?: string | undefined;
  /** Whether it was read to its end and found whole, and has not changed since. */
  verified?: boolean | undefined;
  /** Whether its text is in EXTRACT_DIR, whole and of this very file. */
  extracted: boolean;
  rows?: number | undefined;
  /** Lines that the served build has left out of it; undefined if that build was made from another version of the file. */
  rejected?: number | undefined;
}

/** The source files, and where they are. */
export interface DatasetList {
  files: readonly DatasetFile[];
  /** DOWNLOAD_DIR. */
  location: string;
  /** EXTRACT_DIR, if it is set. */
  extractLocation?: string | undefined;
  /** Bytes that may still be written on the disk of DOWNLOAD_DIR. */
  freeBytes: number;
}
