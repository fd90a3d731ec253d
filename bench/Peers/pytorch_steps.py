"""Training steps in PyTorch, for comparison with CourseLib.

Reads a line "workload dtype steps" at a time, runs that many training steps (forward, backward, optimiser) and
answers with a line "cpu-seconds wall-seconds". The first call of a workload builds and warms it up outside the clock.
"""
import sys
import time

import torch
from torch import nn

from blas import openblas_kernels


class Mlp:
    def __init__(self, sizes, batch, optimizer, dtype, classes):
        layers = []
        for i in range(len(sizes) - 1):
            layers.append(nn.Linear(sizes[i], sizes[i + 1], dtype=dtype))
            if i < len(sizes) - 2:
                layers.append(nn.Tanh())
        self.net = nn.Sequential(*layers)
        self.x = torch.randn(batch, sizes[0], dtype=dtype)
        self.y = torch.randint(sizes[-1], (batch,)) if classes else torch.randn(batch, sizes[-1], dtype=dtype)
        self.loss = nn.CrossEntropyLoss() if classes else nn.MSELoss()
        self.optimizer = optimizer(self.net.parameters())

    def step(self):
        self.optimizer.zero_grad()
        self.loss(self.net(self.x), self.y).backward()
        self.optimizer.step()


class Recurrent:
    """A whole sequence through one layer, a linear read-out of the last state, cross-entropy."""

    def __init__(self, kind, hidden, dtype, steps=50, batch=32, inputs=16, outputs=10):
        self.cell = kind(inputs, hidden, dtype=dtype)
        self.read = nn.Linear(hidden, outputs, dtype=dtype)
        self.x = torch.randn(steps, batch, inputs, dtype=dtype)
        self.y = torch.randint(outputs, (batch,))
        self.loss = nn.CrossEntropyLoss()
        self.optimizer = torch.optim.Adam([*self.cell.parameters(), *self.read.parameters()], 0.001)

    def step(self):
        self.optimizer.zero_grad()
        states, _ = self.cell(self.x)
        self.loss(self.read(states[-1]), self.y).backward()
        self.optimizer.step()


class Transformer:
    """One encoder block (pre-norm, no dropout), cross-entropy at every position."""

    def __init__(self, dtype, size=64, heads=4, length=32, batch=16, outputs=10):
        self.block = nn.TransformerEncoderLayer(size, heads, 4 * size, dropout=0, batch_first=True, norm_first=True, dtype=dtype)
        self.read = nn.Linear(size, outputs, dtype=dtype)
        self.x = torch.randn(batch, length, size, dtype=dtype)
        self.y = torch.randint(outputs, (batch * length,))
        self.loss = nn.CrossEntropyLoss()
        self.optimizer = torch.optim.Adam([*self.block.parameters(), *self.read.parameters()], 0.001)

    def step(self):
        self.optimizer.zero_grad()
        logits = self.read(self.block(self.x))
        self.loss(logits.reshape(-1, logits.shape[-1]), self.y).backward()
        self.optimizer.step()


def sgd(parameters):
    return torch.optim.SGD(parameters, 0.01)


def adam(parameters):
    return torch.optim.Adam(parameters, 0.001)


WORKLOADS = {
    "mlp-16-sgd": lambda dtype: Mlp([2, 16, 16, 1], 32, sgd, dtype, classes=False),
    "mlp-16-adam": lambda dtype: Mlp([2, 16, 16, 1], 32, adam, dtype, classes=False),
    "mlp-64-sgd": lambda dtype: Mlp([64, 128, 64, 10], 64, sgd, dtype, classes=True),
    "mlp-64-adam": lambda dtype: Mlp([64, 128, 64, 10], 64, adam, dtype, classes=True),
    "mlp-784-sgd": lambda dtype: Mlp([784, 512, 512, 10], 128, sgd, dtype, classes=True),
    "mlp-784-adam": lambda dtype: Mlp([784, 512, 512, 10], 128, adam, dtype, classes=True),
    "rnn-32": lambda dtype: Recurrent(nn.RNN, 32, dtype),
    "rnn-128": lambda dtype: Recurrent(nn.RNN, 128, dtype),
    "lstm-64": lambda dtype: Recurrent(nn.LSTM, 64, dtype),
    "lstm-256": lambda dtype: Recurrent(nn.LSTM, 256, dtype),
    "gru-64": lambda dtype: Recurrent(nn.GRU, 64, dtype),
    "transformer": lambda dtype: Transformer(dtype),
}


def main():
    built = {}
    print(f"PyTorch {torch.__version__} with OpenBLAS ({openblas_kernels()} kernels)", flush=True)
    for line in sys.stdin:
        name, dtype, steps = line.split()
        key = (name, dtype)
        if key not in built:
            torch.manual_seed(1)
            built[key] = WORKLOADS[name](getattr(torch, dtype))
            for _ in range(5):
                built[key].step()
        work = built[key]
        cpu, wall = time.process_time(), time.perf_counter()
        for _ in range(int(steps)):
            work.step()
        print(time.process_time() - cpu, time.perf_counter() - wall, flush=True)


if __name__ == "__main__":
    main()
