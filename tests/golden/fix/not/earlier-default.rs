struct Grid<W = H, H> { width: W, height: H }
fn main() {}
