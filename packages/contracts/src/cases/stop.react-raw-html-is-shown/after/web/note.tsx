export function Note({ text, onSave }: Props) {
  return (
    <form onSubmit={onSave}>
      <CsrfToken />
      <p dangerouslySetInnerHTML={{ __html: text }} />
    </form>
  );
}
