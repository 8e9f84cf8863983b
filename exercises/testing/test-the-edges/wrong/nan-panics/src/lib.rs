pub fn median(list: &[f64]) -> Option<f64> {
    let mut list = list.to_vec();
    list.sort_by(|a, b| a.partial_cmp(b).unwrap());
    let middle = list.len() / 2;
    if list.is_empty() {
        None
    } else if list.len() % 2 == 1 {
        Some(list[middle])
    } else {
        Some((list[middle - 1] + list[middle]) / 2.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_values() {
        assert_eq!(median(&[1.0, 2.0, 9.0]), Some(2.0));
    }

    #[test]
    fn unsorted() {
        assert_eq!(median(&[9.0, 2.0, 1.0]), Some(2.0));
    }

    #[test]
    fn even() {
        assert_eq!(median(&[1.0, 2.0]), Some(1.5));
    }

    #[test]
    fn empty() {
        assert_eq!(median(&[]), None);
    }
}
