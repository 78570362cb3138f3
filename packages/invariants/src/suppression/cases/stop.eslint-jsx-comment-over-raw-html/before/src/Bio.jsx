export function Bio({ user }) {
  return (
    <section>
      <div dangerouslySetInnerHTML={{ __html: user.bio }} />
    </section>
  );
}
