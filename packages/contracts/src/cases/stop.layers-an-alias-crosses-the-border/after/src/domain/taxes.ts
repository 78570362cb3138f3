import { locale } from '@/web/locale';

export const rate = (): number => (locale() === 'de' ? 0.19 : 0.2);
