export default async function SearchPage({ searchParams }: { searchParams: { q?: string } }) {
  return <h1>Results for {searchParams.q}</h1>;
}
