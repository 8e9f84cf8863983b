use std::ops::{Index, IndexMut, Mul};

#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    rows: usize,
    cols: usize,
    data: Vec<i64>,
}

impl Matrix {
    pub fn new(rows: usize, cols: usize) -> Self {
        Matrix { rows, cols, data: vec![0; rows * cols] }
    }

    pub fn identity(n: usize) -> Self {
        let mut m = Matrix::new(n, n);
        for i in 0..n {
            m[(i, i)] = 1;
        }
        m
    }

    pub fn transpose(&self) -> Matrix {
        let mut t = Matrix::new(self.cols, self.rows);
        for r in 0..self.rows {
            for c in 0..self.cols {
                t[(c, r)] = self[(r, c)];
            }
        }
        t
    }
}

impl Index<(usize, usize)> for Matrix {
    type Output = i64;
    fn index(&self, (r, c): (usize, usize)) -> &i64 {
        &self.data[r * self.rows + c]
    }
}

impl IndexMut<(usize, usize)> for Matrix {
    fn index_mut(&mut self, (r, c): (usize, usize)) -> &i64 {
        &mut self.data[r * self.cols + c]
    }
}

impl Mul for &Matrix {
    fn mul(self, other: &Matrix) -> Matrix {
        let mut m = Matrix::new(self.rows, other.cols);
        for r in 0..self.rows {
            for c in 0..other.cols {
                m[(r, c)] = (0..self.cols).map(|k| self[(r, k)] * other[(k, c)]).sum();
            }
        }
        m
    }
}

fn main() {
    let m = Matrix::identity(2);
    println!("{:?}", &m * &m);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Matrix {
        Matrix { rows: 2, cols: 3, data: vec![1, 2, 3, 4, 5, 6] }
    }

    #[test]
    fn identity_changes_nothing() {
        let m = Matrix { rows: 2, cols: 2, data: vec![1, 2, 3, 4] };
        assert_eq!(&m * &Matrix::identity(2), m);
    }

    #[test]
    fn transposed_shape() {
        let t = sample().transpose();
        assert_eq!(t.data, vec![1, 4, 2, 5, 3, 6]);
    }

    #[test]
    fn product() {
        let p = &sample() * &sample().transpose();
        assert_eq!(p.data, vec![14, 32, 32, 77]);
    }
}
