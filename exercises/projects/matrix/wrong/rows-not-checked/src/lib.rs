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

        Some(Matrix {
            rows: rows.len(),
            columns,
            cells: rows.into_iter().flatten().collect(),
        })
    }

    pub fn size(&self) -> (usize, usize) {
        (self.rows, self.columns)
    }

    fn place(&self, (row, column): (usize, usize)) -> usize {
        assert!(
            row < self.rows && column < self.columns,
            "no cell ({row}, {column})"
        );
        row * self.columns + column
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
        if self.columns != other.rows {
            return None;
        }
        let mut cells = Vec::with_capacity(self.rows * other.columns);
        for row in 0..self.rows {
            for column in 0..other.columns {
                let mut sum = T::default();
                for k in 0..self.columns {
                    sum = sum + self[(row, k)] * other[(k, column)];
                }
                cells.push(sum);
            }
        }
        Some(Matrix {
            rows: self.rows,
            columns: other.columns,
            cells,
        })
    }
}
