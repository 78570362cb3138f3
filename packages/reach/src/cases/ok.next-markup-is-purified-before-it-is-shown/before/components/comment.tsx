export const Comment = ({ text }: { text: string }) => <p>{text}</p>;
