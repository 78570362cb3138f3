/** Words by grade, between blanks: 3 is about security nearly whenever it occurs, 2 mostly a check, 1 often near one. */
export type GradedWords = Readonly<Record<3 | 2 | 1, string>>;
