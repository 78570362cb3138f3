export function Bio({ user }) {
  return (
    <section>
      {/* eslint-disable-next-line react/no-danger */}
      <div dangerouslySetInnerHTML={{ __html: user.bio }} />
    </section>
  );
}
