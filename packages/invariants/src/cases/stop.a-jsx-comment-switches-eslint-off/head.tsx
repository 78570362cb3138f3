export const View = ({ html }: Props) => (
  <div>
    {/* eslint-disable-next-line react/no-danger */}
    <p dangerouslySetInnerHTML={{ __html: html }} />
  </div>
);
