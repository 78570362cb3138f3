export function Note({ text, onSave }: Props) {
  return (
    <form onSubmit={onSave}>
      <p>{text}</p>
    </form>
  );
}
