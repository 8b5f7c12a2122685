import { type RefObject, useEffect, useState } from 'react';

/** Fields are drawn when they come within this many pixels of what is seen. */
const MARGIN = 900;

const watched = new WeakMap<Element, (near: boolean) => void>();
const observers = new WeakMap<Element | Document, IntersectionObserver>();

/** True while the element is in sight or nearly so; `first` is what holds until that is known. */
export function useNear(ref: RefObject<Element | null>, first = false): boolean {
  const [near, setNear] = useState(first || typeof IntersectionObserver === 'undefined');
  useEffect(() => {
    const element = ref.current;
    if (!element || typeof IntersectionObserver === 'undefined') return;
    const observer = observerOf(element.closest('[data-scroller]') ?? document);
    watched.set(element, setNear);
    observer.observe(element);
    return () => {
      observer.unobserve(element);
      watched.delete(element);
    };
  }, [ref]);
  return near;
}

function observerOf(root: Element | Document): IntersectionObserver {
  const known = observers.get(root);
  if (known) return known;
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) watched.get(target)?.(isIntersecting);
    },
    { root, rootMargin: `${MARGIN}px` },
  );
  observers.set(root, observer);
  return observer;
}
