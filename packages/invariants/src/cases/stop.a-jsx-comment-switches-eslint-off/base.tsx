export const View = ({ html }: Props) => (
  <div>
    <p dangerouslySetInnerHTML={{ __html: html }} />
  </div>
);
