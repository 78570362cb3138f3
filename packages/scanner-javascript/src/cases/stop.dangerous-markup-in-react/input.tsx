export function Comment({ html }: { readonly html: string }) {
  return (
    <section>
      <article
        dangerouslySetInnerHTML={{ __html: html }} />
      <a href="javascript:alert(1)">more</a>
    </section>
  );
}
