/** Commands that only arrange the page: dropped with their arguments, or transparent to what they hold. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** No arguments, no meaning. */
export const silent = words(
  ", ; : ! > / @ - thinspace medspace thickspace negthinspace negmedspace negthickspace enspace enskip " +
    "displaystyle textstyle scriptstyle scriptscriptstyle limits nolimits nonumber notag " +
    "allowbreak nobreak break linebreak newline pagebreak displaybreak noindent centering raggedright indent " +
    "tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge " +
    "hfill hfil vfill hline toprule midrule bottomrule relax protect xspace null strut mathstrut " +
    "boldmath unboldmath normalfont selectfont rmfamily sffamily bfseries itshape upshape mdseries em it* " +
    "smallskip medskip bigskip par hss unskip ignorespaces leavevmode left* qedhere newpage clearpage frenchspacing",
);

/** Dropped with what they take, as the specs of `packages.ts` write it. */
export const dropped: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "s m": "hspace vspace mspace",
    m: "phantom hphantom vphantom color cline thispagestyle pagestyle setlength intertext* mathtoolsset allowdisplaybreaks* footnote marginpar index vskip* pagecolor",
    "m m": "setlength addtolength setcounter addtocounter",
    "s o": "linebreak allowdisplaybreaks",
    "o m": "footnote footnotemark",
  }).flatMap(([spec, names]) => names.split(" ").map((name) => [name, spec] as const)),
);

/** What stands in the last argument counts, the rest is decoration. */
export const transparent: ReadonlyMap<string, string> = new Map(
  Object.entries({
    m: "boxed fbox ensuremath mathop mathbin mathrel mathord mathopen mathclose mathpunct mathinner mathclap mathllap mathrlap clap Aboxed vcenter resetcolor highlight mathstrut* hl uline",
    "o m": "smash tcbhighmath",
    "o m m": "textcolor colorbox mathcolor",
  }).flatMap(([spec, names]) => names.split(" ").map((name) => [name, spec] as const)),
);

/** `\text` and its relatives. */
export const textCommands = words(
  "text mbox hbox textrm textnormal textit textbf textsf texttt textsc textsl emph textup textmd mathmbox",
);

/** `{\rm Tr}`: the old font switches and the command each stands for. */
export const fontSwitches: ReadonlyMap<string, string> = new Map([
  ["rm", "mathrm"],
  ["bf", "mathbf"],
  ["it", "mathit"],
  ["sl", "mathit"],
  ["cal", "mathcal"],
  ["mit", "mathnormal"],
  ["sf", "mathsf"],
  ["tt", "mathtt"],
  ["frak", "mathfrak"],
  ["Bbb", "mathbb"],
]);

/** Kerns and glue that swallow a length: `\hskip 2pt plus 1fil`, `\kern-3mu`. */
export const glue = words("hskip vskip kern mkern mskip");

/** Sizes of delimiters. */
export const sizes = words(
  "big Big bigg Bigg bigl Bigl biggl Biggl bigr Bigr biggr Biggr bigm Bigm biggm Biggm",
);
