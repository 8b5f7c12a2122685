import { useEffect, useRef } from 'react';
import { useWorkspace } from '../../app/contract';
import { keepLayout, keptLayout } from './layout/kept';
import { placesOf, taskOf } from './layout/places';
import { startLayout } from './layout/start';
import type { Shown } from './model';
import type { Picture } from './picture/picture';
import type { LoadedGraph } from './use-graph';

/** Lays the graph out as long as it is shown, from where its nodes stood when it was last seen. */
export function useLayout(picture: Picture | null, graph: LoadedGraph, shown: Shown): void {
  const workspace = useWorkspace(({ id }) => id);
  const latest = useRef(shown);
  const drawn = useRef<LoadedGraph | null>(null);
  useEffect(() => {
    latest.current = shown;
    if (picture && drawn.current === graph) picture.show(graph.model, picture.positions, shown);
  }, [picture, graph, shown]);
  useEffect(() => {
    if (!picture) return;
    const { key, model } = graph;
    const name = `${workspace} ${key}`;
    const task = taskOf(model, keptLayout(name));
    let positions = task.positions;
    let done = !task.fixed.includes(0);
    if (drawn.current?.key !== key) picture.fit();
    picture.show(model, positions, latest.current);
    drawn.current = graph;
    const keep = () => keepLayout(name, { places: placesOf(model, positions), done });
    picture.busy(!done);
    if (done) {
      keep();
      return;
    }
    const stop = startLayout(task, (news) => {
      ({ positions, done } = news);
      picture.move(positions);
      picture.busy(!done);
      if (done) keep();
    });
    return () => {
      stop();
      if (!done) keep();
    };
  }, [picture, graph, workspace]);
}
