import { documentText } from '@pawl/report';

type Shell = 'bash' | 'zsh' | 'fish';

/**
 * A script for a shell. None of them hands a word to something that expands it: `compgen -W` would run what stands in the
 * name of a branch.
 */
export function completionText(shell: Shell): string {
  return SCRIPTS[shell];
}

/** The same for a program. */
export function completionJson(shell: Shell): string {
  return documentText('pawl/completion@1', { shell, script: SCRIPTS[shell] });
}

const SCRIPTS: Readonly<Record<Shell, string>> = {
  bash: `# Completion of pawl for bash, for good: pawl completion bash >> ~/.bashrc
_pawl_complete() {
  local word typed=\${COMP_WORDS[COMP_CWORD]#=}
  COMPREPLY=()
  while IFS= read -r word; do
    case $word in
      "$typed"*) COMPREPLY+=("$word") ;;
    esac
  done < <(pawl --complete "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o bashdefault -o default -F _pawl_complete pawl
`,
  zsh: `#compdef pawl
# Completion of pawl for zsh, for good: pawl completion zsh >> ~/.zshrc
_pawl_complete() {
  local -a found
  found=("\${(@f)$(pawl --complete "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  compadd -a found || _files
}
compdef _pawl_complete pawl
`,
  fish: `# Completion of pawl for fish, for good:
# pawl completion fish > ~/.config/fish/completions/pawl.fish
function __pawl_complete
    set -l words (commandline -opc) (commandline -ct)
    pawl --complete $words[2..-1] 2>/dev/null
end
complete -c pawl -f -a '(__pawl_complete)'
`,
};
