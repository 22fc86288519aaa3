import { weightInField, type WeightField } from './weights.ts';

/** What a slider tells as it is taken, moved and let go. */
export interface Sliding {
  readonly taken: (field: WeightField) => void;
  readonly moved: (field: WeightField, weight: number) => void;
  readonly left: () => void;
}

/** Puts a slider under each weight field; the fields stay, and show what the sliders say. */
export function addSliders(fields: readonly WeightField[], sliding: Sliding): void {
  for (const field of fields) {
    const range = document.createElement('input');
    range.type = 'range';
    range.min = '0';
    range.max = '100';
    range.step = '0.5';
    range.value = field.input.value;
    range.setAttribute('aria-label', `Slider: ${field.input.labels?.[0]?.textContent?.trim() ?? 'weight'}`);
    let held = false;
    range.addEventListener('input', () => {
      if (!held) sliding.taken(field);
      held = true;
      sliding.moved(field, Number(range.value) / 100);
    });
    range.addEventListener('change', () => {
      held = false;
      sliding.left();
    });
    field.input.after(range);
    field.input.addEventListener('change', () => sliding.left());
  }
}

/** Shows weights in the fields and sliders of one side. */
export function showWeights(fields: readonly WeightField[], side: number, weights: readonly number[]): void {
  for (const field of fields) {
    if (field.side !== side) continue;
    field.input.value = weightInField(weights[field.issue] ?? 0);
    const range = field.input.nextElementSibling;
    if (range instanceof HTMLInputElement && range.type === 'range') range.value = field.input.value;
  }
}
