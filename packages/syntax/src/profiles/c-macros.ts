/**
 * What the grammars of C and C++ cannot read without the preprocessor, and what they can read it without: attributes,
 * annotations for tools, and words that say how a function is linked or called. A pattern matches within a line.
 */
const NOT_DEFINED_HERE = String.raw`(?<!#[ \t]*(?:define|undef|ifdef|ifndef)[ \t]+)`;
const ARGUMENTS = String.raw`(?:[ \t]*\((?:[^()\n]|\((?:[^()\n]|\([^()\n]*\))*\))*\))?`;

const ATTRIBUTES = String.raw`\b(?:__attribute(?:__|_\w+)|__declspec\w*|alignas|_Alignas)\b${ARGUMENTS}`;
const WORDS = String.raw`\b(?:__(?:init|exit|initdata|ro_after_init|user|kernel|iomem|must_check|always_inline|always_unused|maybe_unused|cold|hot|pure|used|weak|packed|rcu|percpu|force|noreturn|unused|inline|restrict|extension__|cdecl|stdcall|fastcall|forceinline|noinline|nonnull|nonstring|visible)|noinline|asmlinkage|restrict|_Nonnull|_Nullable|WINAPI|CALLBACK|APIENTRY|STDCALL|CDECL|NORETURN|UNUSED|UNITTEST|Q_OBJECT|Q_GADGET)\b`;
const ENDINGS = String.raw`API_?|EXPORTS?|EXTERN|PUBLIC|PRIVATE|HIDDEN|(?:FORCE_?|ALWAYS_?|NO_?)?INLINE_?|NO_?RETURN|DEPRECATED|NO_?DISCARD|(?:MAYBE_?)?UNUSED|CALLCONV|DLL|DECL(?:_(?:OVERRIDE|FINAL|EXPORT|DEPRECATED|NOTHROW|NOEXCEPT|UNUSED))?|NOEXCEPT|NOTHROW|CONSTEXPR|WARN_UNUSED(?:_RESULT)?|MUST_USE(?:_RESULT)?|NO_SANITIZE\w*|(?:ATTRIBUTE|ATTR)(?:_\w+)?|GUARDED_BY|(?:EXCLUSIVE_|SHARED_)?(?:LOCKS?_(?:REQUIRED|EXCLUDED|RETURNED|FUNCTION)|UNLOCK_FUNCTION)|ACQUIRED_(?:BEFORE|AFTER)|THREAD_SAFETY_ANALYSIS|ASSERT_(?:EXCLUSIVE|SHARED)_LOCK|LOCKABLE|ALLOC_(?:FUNC|SIZE\d?)|PRINTF(?:_FORMAT)?\d*|ALIGN(?:ED)?\d*`;
const IN_CAPITALS = String.raw`\b(?:[A-Z][A-Z0-9]*_)*(?:${ENDINGS})\b${ARGUMENTS}(?=[ \t]*(?:[\w*~;{=:]|$))`;
const BEFORE_A_CLASS = String.raw`(?<=\b(?:class|struct|union)[ \t]+)[A-Z][A-Z0-9_]{2,}(?:\([^()\n]*\))?(?=[ \t]+\w+[ \t]*(?:final[ \t]*)?(?:[:{]|$))`;

/** A type as an argument, and the length of a number in a format. */
const POINTER_ARGUMENT = String.raw`(?<=\bva_arg[ \t]?\([\w*&>.\[\]-]{1,40}),[^()\n]{1,80}\*[ \t]*(?=\))`;
const FORMAT = String.raw`\b(?:PRI|SCN)[diouxX](?:8|16|32|64|MAX|PTR)\b`;

/**
 * Conditionals that cut through a statement. Both ways are read, one after the other, because either may be compiled:
 * a check stays a check in each. The lines that a condition is continued on come first, while their beginning is there.
 */
const CONTINUED = String.raw`(?<=^[ \t]*#[ \t]*(?:el)?if\b[^\n]*\\\r?\n(?:[^\n]*\\\r?\n){0,3})(?:(?!/\*)[^\r\n])+`;
const CONDITIONAL = String.raw`^[ \t]*#[ \t]*(?:if|ifdef|ifndef|elif|elifdef|elifndef|else|endif)\b(?:(?!/\*)[^\r\n])*`;

export const C_MACROS: readonly RegExp[] = [
  ...[ATTRIBUTES, WORDS, IN_CAPITALS].map((words) => new RegExp(NOT_DEFINED_HERE + words, 'gmu')),
  ...[BEFORE_A_CLASS, POINTER_ARGUMENT, FORMAT, CONTINUED, CONDITIONAL].map((words) => new RegExp(words, 'gmu')),
];
