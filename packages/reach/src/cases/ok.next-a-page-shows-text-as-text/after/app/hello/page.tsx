export default function Page({ searchParams }: { searchParams: { name: string } }) {
  return <p title={searchParams.name}>Hello {searchParams.name}</p>;
}
