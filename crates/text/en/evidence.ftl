# Papers and evidence packs at the window, and the examples.
