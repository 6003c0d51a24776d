"""Runs the graph of a trained model: each node after those it needs, in this process.

Rasa hands the graph to dask, which plans it anew on each turn for workers that are not there, and takes
a while to import. Training keeps dask.
"""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Text, Tuple

from rasa.engine.graph import ExecutionContext, GraphNode, GraphNodeHook, GraphSchema
from rasa.engine.runner.interface import GraphRunner
from rasa.engine.storage.storage import ModelStorage


class DirectRunner(GraphRunner):
    """Runs nodes one after the other; what a caller gives stands in the place of a node."""

    def __init__(self, schema: GraphSchema, nodes: Dict[Text, GraphNode]) -> None:
        self._schema = schema
        self._nodes = nodes
        self._orders: Dict[Tuple[Text, ...], List[Text]] = {}

    @classmethod
    def create(
        cls,
        graph_schema: GraphSchema,
        model_storage: ModelStorage,
        execution_context: ExecutionContext,
        hooks: Optional[List[GraphNodeHook]] = None,
    ) -> DirectRunner:
        """A runner with every node made ready."""
        nodes = {
            name: GraphNode.from_schema_node(name, node, model_storage, execution_context, hooks)
            for name, node in graph_schema.nodes.items()
        }
        return cls(graph_schema, nodes)

    def run(
        self, inputs: Optional[Dict[Text, Any]] = None, targets: Optional[List[Text]] = None
    ) -> Dict[Text, Any]:
        """The outputs of the targets; raises what a node raises."""
        outputs = dict(inputs or {})
        wanted = tuple(targets or self._schema.target_names)
        for name in self._order(wanted):
            if name not in outputs:
                needs = self._schema.nodes[name].needs.values()
                outputs[name] = self._nodes[name](*((need, outputs[need]) for need in needs))[1]
        return {name: outputs[name] for name in wanted}

    def _order(self, wanted: Tuple[Text, ...]) -> List[Text]:
        if wanted not in self._orders:
            order: List[Text] = []
            for name in wanted:
                self._add(name, order)
            self._orders[wanted] = order
        return self._orders[wanted]

    def _add(self, name: Text, order: List[Text]) -> None:
        if name in self._nodes and name not in order:
            for need in self._schema.nodes[name].needs.values():
                self._add(need, order)
            order.append(name)


def install() -> None:
    """Let Rasa's server run models with it."""
    from rasa.core import processor

    processor.DaskGraphRunner = DirectRunner
