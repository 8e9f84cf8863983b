struct Grid<W = H, H = u8> { width: W, height: H }
fn main() {
    let g: Grid = Grid { width: 1, height: 2 };
    println!("{} {}", g.width, g.height);
}
