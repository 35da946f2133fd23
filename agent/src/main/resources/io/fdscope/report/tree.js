// Creation stacks as a tree from the outermost frame inwards, with weights.

class TreeNode {
  constructor(frame, parent) {
    this.frame = frame;
    this.parent = parent;
    this.depth = parent ? parent.depth + 1 : 0;
    this.weight = 0;
    this.own = 0; // of stacks that end here
    this.children = [];
    this.byFrame = new Map();
  }

  child(frame) {
    let child = this.byFrame.get(frame);
    if (!child) {
      child = new TreeNode(frame, this);
      this.byFrame.set(frame, child);
      this.children.push(child);
    }
    return child;
  }

  /** The largest first; after that no more is added. */
  sort() {
    this.children.sort((a, b) => b.weight - a.weight);
    this.children.forEach(child => child.sort());
    this.byFrame = null;
  }

  each(act) {
    act(this);
    this.children.forEach(child => child.each(act));
  }
}

/** How many were open before the recording began: they are in no bucket. */
function olderThan(recording, item, weight) {
  return weight === "stillOpen" && !recording.range.chosen ? (known(item.openBefore) ?? 0) : 0;
}

/** @param weight created, or stillOpen: pairs of bucket and number that stand in each item. */
function creationTree(recording, weight, folded) {
  const root = new TreeNode("all", null);
  root.before = 0;
  const inRange = recording.inRange();
  for (const item of recording.creations) {
    const before = olderThan(recording, item, weight);
    root.before += before;
    const n = list(item[weight]).reduce((sum, [bucket, number]) => (inRange(bucket) ? sum + number : sum), before);
    const frames = recording.stack(item.stack);
    if (n > 0) addStack(root, folded ? frames.filter(frame => !isJdk(frame)) : frames, n);
  }
  root.sort();
  return root;
}

function addStack(root, frames, n) {
  let node = root;
  node.weight += n;
  for (let i = frames.length - 1; i >= 0; i--) {
    node = node.child(frames[i]);
    node.weight += n;
  }
  node.own += n;
}

/** What a search finds: frames, and the weight of all stacks that have one, each counted once. */
function searchTree(root, text) {
  const wanted = text.trim().toLowerCase();
  const found = { nodes: new Set(), weight: 0, frames: new Set() };
  if (!wanted) return found;
  const visit = (node, counted) => {
    const hit = node.parent !== null && node.frame.toLowerCase().includes(wanted);
    if (hit) {
      found.nodes.add(node);
      found.frames.add(node.frame);
      if (!counted) found.weight += node.weight;
    }
    node.children.forEach(child => visit(child, counted || hit));
  };
  visit(root, false);
  return found;
}
