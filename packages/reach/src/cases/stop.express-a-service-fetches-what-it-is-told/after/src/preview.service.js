import axios from 'axios';

export async function fetchPreview(address) {
  const { data } = await axios.get(address);
  return { title: /<title>(.*?)<\/title>/.exec(data)?.[1] };
}
