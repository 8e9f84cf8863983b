use std::ops::{Add, Index, IndexMut, Mul};

#[derive(Debug, PartialEq, Clone)]
pub struct Matrix<T> {
    rows: usize,
    columns: usize,
    cells: Vec<T>,
}

impl<T> Matrix<T> {
    pub fn new(rows: Vec<Vec<T>>) -> Option<Matrix<T>> {
        let columns = rows.first().map_or(0, Vec::len);
        todo!("{columns}")
    }

    pub fn size(&self) -> (usize, usize) {
        (self.rows, self.columns)
    }

    fn place(&self, (row, column): (usize, usize)) -> usize {
        todo!("{row} {column}")
    }
}

impl<T> Index<(usize, usize)> for Matrix<T> {
    type Output = T;

    fn index(&self, cell: (usize, usize)) -> &T {
        &self.cells[self.place(cell)]
    }
}

impl<T> IndexMut<(usize, usize)> for Matrix<T> {
    fn index_mut(&mut self, cell: (usize, usize)) -> &mut T {
        let place = self.place(cell);
        &mut self.cells[place]
    }
}

impl<T> Mul for &Matrix<T>
where
    T: Copy + Default + Add<Output = T> + Mul<Output = T>,
{
    type Output = Option<Matrix<T>>;

    fn mul(self, other: &Matrix<T>) -> Option<Matrix<T>> {
        todo!("{:?} {:?}", self.size(), other.size())
    }
}
