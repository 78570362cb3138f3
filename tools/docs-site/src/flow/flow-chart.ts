import { PawlError } from '@pawl/errors';

export type Shape = 'box' | 'store' | 'question';

export interface FlowNode {
  readonly id: string;
  readonly lines: readonly string[];
  readonly shape: Shape;
  /** The title of the group that it is in. */
  readonly group: string | undefined;
}

export interface FlowEdge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly dotted: boolean;
}

export interface FlowChart {
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
  readonly groups: readonly string[];
}

/** A flow chart that is written in more of Mermaid than we draw. */
export class FlowError extends PawlError<'flow-not-understood'> {}
