pub fn turn(grid: &[Vec<u32>]) -> Vec<Vec<u32>> {
    todo!()
}
