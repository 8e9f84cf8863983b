pub fn median(list: &[f64]) -> Option<f64> {
    let middle = list.len() / 2;
    if list.len() % 2 == 1 {
        Some(list[middle])
    } else {
        Some((list[middle] + list[middle + 1]) / 2.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_values() {
        assert_eq!(median(&[1.0, 2.0, 9.0]), Some(2.0));
    }
}
