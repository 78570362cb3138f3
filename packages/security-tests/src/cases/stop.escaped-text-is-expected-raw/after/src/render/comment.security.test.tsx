import { render } from '@testing-library/react';
import { Comment } from './comment';

test('a comment with markup is shown as text', () => {
  const { container } = render(<Comment text="<img src=x onerror=alert(1)>" />);
  expect(container.innerHTML).toBe('<p><img src=x onerror=alert(1)></p>');
});
