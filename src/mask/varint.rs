//! Numbers as bytes: seven bits a byte, the lowest first, the eighth bit set in all but the last (LEB128).

/// Writes a number.
#[inline]
pub(super) fn put(bytes: &mut Vec<u8>, mut number: usize) {
    while number > 0x7F {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Reads what [`put`] wrote.
#[inline]
pub(super) fn get(bytes: &[u8], at: &mut usize) -> usize {
    let (mut number, mut shift) = (0, 0);
    loop {
        let byte = bytes[*at];
        *at += 1;
        number |= usize::from(byte & 0x7F) << shift;
        if byte < 0x80 {
            return number;
        }
        shift += 7;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back() {
        let mut bytes = Vec::new();
        let numbers = [0, 1, 0x7F, 0x80, 300, 0x3FFF, 0x4000, usize::MAX];
        numbers.into_iter().for_each(|number| put(&mut bytes, number));
        let mut at = 0;
        assert_eq!(numbers.map(|_| get(&bytes, &mut at)), numbers);
        assert_eq!(at, bytes.len());
    }
}
