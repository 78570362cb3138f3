import DOMPurify from 'isomorphic-dompurify';

export const Comment = ({ text }: { text: string }) => <p dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(text) }} />;
