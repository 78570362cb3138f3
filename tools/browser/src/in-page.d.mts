/** Functions that run within a page that is looked at, each handed over as it is: they see nothing of this module. */

/** Writes to the console what the page's policy refused. To be run before the page's own content. */
export declare function watchPolicy(): void;

/** Folds out everything that is folded. */
export declare function unfold(): void;

/** Everything that can be seen and is wider than the screen, or that scrolls sideways by itself. */
export declare function sidewaysScrolls(): readonly string[];

/** What axe, which has to be loaded, says of the page: impact, rule, places. */
export declare function accessibilityFaults(): Promise<readonly string[]>;

/** Numbers all controls that can be seen, and says how many there are. Radio buttons of one name are one: arrows go between them. */
export declare function numberControls(): number;

/** The number of the control that has the focus, and whether one sees that; `null` where none has it. */
export declare function focused(): { readonly control: number; readonly isSeen: boolean } | null;

/** Milliseconds from the beginning of the navigation to the end of loading. */
export declare function loadTime(): number;
