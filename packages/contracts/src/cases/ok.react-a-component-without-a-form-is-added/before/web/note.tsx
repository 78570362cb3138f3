export function Note({ text, onSave }: Props) {
  return (
    <form onSubmit={onSave}>
      <CsrfToken />
      <p>{text}</p>
    </form>
  );
}
