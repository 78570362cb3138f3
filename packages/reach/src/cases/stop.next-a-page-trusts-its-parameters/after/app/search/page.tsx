export default async function SearchPage({ searchParams }: { searchParams: { q?: string } }) {
  return <h1 dangerouslySetInnerHTML={{ __html: `Results for <b>${searchParams.q}</b>` }} />;
}
