import './draft.ts';
import './fresh.ts';
import './preview.ts';
